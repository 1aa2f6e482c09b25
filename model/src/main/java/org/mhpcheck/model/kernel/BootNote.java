package org.mhpcheck.model.kernel;

/**
 * An event that boot came by.
 *
 * @param section the index of the section that it was about
 */
public record BootNote(int section, Note note) {}
