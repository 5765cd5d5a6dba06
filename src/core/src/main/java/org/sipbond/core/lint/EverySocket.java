package org.sipbond.core.lint;

import java.util.Arrays;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.Capabilities;
import org.sipbond.core.resolve.Target;

/** A bond that could send everything, for which DNS is asked everything. */
final class EverySocket {
  private static final Capabilities CAPABILITIES =
      Capabilities.of(
          Arrays.stream(Transport.values())
              .flatMap(
                  transport ->
                      Arrays.stream(AddressFamily.values())
                          .map(family -> new Capability(transport, family)))
              .toList());

  private EverySocket() {}

  static Target target(TargetUri uri) {
    return Target.of(uri, CAPABILITIES);
  }
}
