package org.mhpcheck.model.caller;

/**
 * A call over a range of subsections, counted through all sections: {@code from} included, {@code
 * to} excluded; 0 is the first subsection of section 1.
 */
public record Call(Operation operation, int from, int to) {}
