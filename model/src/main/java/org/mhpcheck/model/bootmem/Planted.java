package org.mhpcheck.model.bootmem;

/** A fault in the placement of usages: what a property has to notice. */
public enum Planted {
  STRIDE_OF_STRUCT(
      "stride-of-struct", "the boot array's stride is sizeof(struct mem_section_usage)"),
  STRIDE_OF_USEMAP("stride-of-usemap", "the boot array's stride is usemap_size()"),
  LIMIT_KEPT("limit-kept", "usages that find no room up to the pgdat's section have none"),
  PAIR_FORGOTTEN("pair-forgotten", "which pair of sections was told of last is not kept"),
  PAIR_NOT_TOLD("pair-not-told", "a usage in another section than the pgdat is not told of"),
  USAGE_PAGES_PUT("usage-pages-put", "removing a section puts the pages counted for its usage");

  private final String plantedName;
  private final String text;

  Planted(String plantedName, String text) {
    this.plantedName = plantedName;
    this.text = text;
  }

  /** Its name in scenarios. */
  public String plantedName() {
    return plantedName;
  }

  public String text() {
    return text;
  }
}
