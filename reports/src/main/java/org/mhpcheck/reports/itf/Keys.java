package org.mhpcheck.reports.itf;

/** The names in {@code #meta} that a trace file is written with and read by. */
final class Keys {
  static final String META = "#meta";
  static final String FORMAT = "format";
  static final String ITF = "ITF";
  static final String TOOL = "tool";
  static final String MHPCHECK = "mhpcheck";
  static final String PROPERTY = "property";
  static final String DESIGN = "design";
  static final String KERNEL = "kernel";
  static final String SOURCES = "sources";
  static final String SECTIONS = "sections";
  static final String SUBSECTIONS = "subsections";
  static final String ARCH = "arch";
  static final String BLOCK = "block";
  static final String NODE = "node";
  static final String WALKERS = "walkers";
  static final String FIRST_SECTION = "first_section";
  static final String SPANS = "spans";
  static final String BOOT = "boot";
  static final String NODES = "nodes";
  static final String AHEAD = "ahead";
  static final String BOOT_FAULTS = "boot_faults";
  static final String CALLERS = "callers";
  static final String ALTMAPS = "altmaps";
  static final String FAULTS = "faults";
  static final String STATES = "states";
  static final String INDEX = "index";
  static final String ACTION = "action";
  static final String ARGS = "args";
  static final String FROM = "from";
  static final String TO = "to";
  static final String ALTMAP = "altmap";
  static final String FAULT = "fault";
  static final String SECTION = "section";
  static final String POINT = "point";
  static final String OCCURRENCE = "occurrence";
  static final String RC = "rc";
  static final String BIGINT = "#bigint";

  private Keys() {}
}
