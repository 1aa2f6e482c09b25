package org.mhpcheck.model.answer;

/** A property that was not asked, since it would say nothing; it counts neither way. */
public record NotAsked(String property, String reason) {}
