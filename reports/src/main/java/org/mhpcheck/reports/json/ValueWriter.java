package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.kernel.BootFault;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.reports.text.Words;

/** Sections and faults as JSON objects: truth values and strings, bitmaps as digits. */
public final class ValueWriter {
  private final JsonGenerator json;
  private final boolean withPages;

  public ValueWriter(JsonGenerator json) {
    this(json, false);
  }

  /**
   * @param withPages whether to tell which struct pages are initialised, as it is known where zones
   *     are kept
   */
  public ValueWriter(JsonGenerator json, boolean withPages) {
    this.json = json;
    this.withPages = withPages;
  }

  public void sections(Iterable<Section> sections) throws IOException {
    json.writeStartArray();
    for (Section section : sections) {
      section(section);
    }
    json.writeEndArray();
  }

  public void section(Section section) throws IOException {
    SectionMemMap word = section.sectionMemMap();
    json.writeStartObject();
    json.writeBooleanField("present", word.present().isTrue());
    json.writeBooleanField("has_mem_map", word.hasMemMap().isTrue());
    json.writeBooleanField("online", word.online().isTrue());
    json.writeBooleanField("early", word.early().isTrue());
    json.writeBooleanField("taint", word.taint().isTrue());
    json.writeStringField("base", Words.of(word.base().get()));
    json.writeStringField("usage", Words.of(section.usage().get()));
    json.writeBooleanField("reserved", section.reserved().isTrue());
    json.writeBooleanField("pageblock_flags", section.pageblockFlags().isTrue());
    json.writeStringField("map", section.subsectionMap().toString());
    memmap(section.memmap());
    json.writeStringField("linear_map", section.linearMap().toString());
    owners(section.owners());
    json.writeEndObject();
  }

  private void memmap(Memmap memmap) throws IOException {
    json.writeObjectFieldStart("memmap");
    json.writeStringField("boot", memmap.boot().toString());
    json.writeStringField("buddy", memmap.buddy().toString());
    json.writeStringField("altmap", memmap.altmap().toString());
    if (withPages) {
      json.writeObjectFieldStart("pages");
      json.writeStringField("normal", memmap.pages().normal().toString());
      json.writeStringField("device", memmap.pages().device().toString());
      json.writeStringField("reserve", memmap.pages().reserve().toString());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void owners(Owners owners) throws IOException {
    json.writeObjectFieldStart("owners");
    json.writeStringField("ram", owners.ram().toString());
    json.writeStringField("device", owners.device().toString());
    json.writeStringField("device_start", owners.deviceStart().toString());
    json.writeStringField("altmap", owners.altmap().toString());
    json.writeStringField("private_device", owners.privateDevice().toString());
    json.writeStringField("pagemap", owners.pagemap().toString());
    json.writeEndObject();
  }

  /** Of each allocation that failed at boot, the section's number and which it was. */
  public void bootFaults(Iterable<BootFault> faults) throws IOException {
    json.writeStartArray();
    for (BootFault fault : faults) {
      json.writeStartObject();
      json.writeNumberField("section", fault.section() + 1);
      json.writeStringField("point", Words.of(fault.point()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The section's number, the allocation, and how many had succeeded before it. */
  public void fault(FaultIn fault) throws IOException {
    json.writeStartObject();
    json.writeNumberField("section", fault.section() + 1);
    json.writeStringField("point", Words.of(fault.fault().point()));
    json.writeNumberField("occurrence", fault.fault().occurrence());
    json.writeEndObject();
  }
}
