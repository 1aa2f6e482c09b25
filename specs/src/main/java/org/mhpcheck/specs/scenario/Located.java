package org.mhpcheck.specs.scenario;

import org.tomlj.TomlPosition;

/** A value and where it stands. */
record Located<T>(T value, TomlPosition at) {}
