package org.sipbond.core.rule;

import java.util.function.Function;
import java.util.function.Supplier;
import org.sipbond.core.net.TargetUri;

/** Where a rule sends a request. */
public sealed interface NextHop {

  /** Calls the function of this case. */
  <T> T fold(Function<Named, T> named, Supplier<T> requestUri);

  /** A peer of the configuration. */
  record Named(String name, TargetUri uri) implements NextHop {
    @Override
    public <T> T fold(Function<Named, T> named, Supplier<T> requestUri) {
      return named.apply(this);
    }

    /** {@code carrier1 (sip:192.0.2.9)}. */
    @Override
    public String toString() {
      return name + " (" + uri + ")";
    }
  }

  /** Where the Request-URI itself leads. */
  record RequestUri() implements NextHop {
    /** The word for it in the configuration. */
    public static final String WORD = "request-uri";

    @Override
    public <T> T fold(Function<Named, T> named, Supplier<T> requestUri) {
      return requestUri.get();
    }

    /** {@code request-uri}. */
    @Override
    public String toString() {
      return WORD;
    }
  }
}
