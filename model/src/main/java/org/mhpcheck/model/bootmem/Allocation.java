package org.mhpcheck.model.bootmem;

import java.util.OptionalInt;

/**
 * A call of memblock_alloc_try_nid(), or of what comes to it. Addresses and sizes are in bytes.
 *
 * @param limit 0 if there is none
 * @param address what it returned; empty if there was no room
 */
public record Allocation(int size, int goal, int limit, int nid, OptionalInt address) {}
