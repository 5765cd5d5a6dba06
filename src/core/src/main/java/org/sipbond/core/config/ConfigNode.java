package org.sipbond.core.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A configuration document, read but not yet understood: text, lists and maps with origins. */
public sealed interface ConfigNode {

  Origin origin();

  /** Calls the function of this case. */
  <T> T fold(
      Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping);

  /** Any single value; numbers and booleans are text too. */
  record Scalar(String text, Origin origin) implements ConfigNode {
    @Override
    public <T> T fold(
        Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
      return scalar.apply(this);
    }
  }

  /** A list. */
  record Sequence(List<ConfigNode> items, Origin origin) implements ConfigNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public <T> T fold(
        Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
      return sequence.apply(this);
    }
  }

  /** Keys with values, in the order of the document. */
  record Mapping(Map<String, ConfigNode> entries, Origin origin) implements ConfigNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public <T> T fold(
        Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
      return mapping.apply(this);
    }
  }
}
