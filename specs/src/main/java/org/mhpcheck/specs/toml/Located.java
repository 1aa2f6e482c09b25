package org.mhpcheck.specs.toml;

import org.tomlj.TomlPosition;

/** A value and where it stands. */
public record Located<T>(T value, TomlPosition at) {}
