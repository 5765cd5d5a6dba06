package org.sipbond.core.bond;

import org.sipbond.core.net.Destination;

/**
 * Knows which address of this machine the kernel would send from. Asked only for bonds with
 * auto-route. Implementations answer at once and on any thread.
 */
@FunctionalInterface
public interface SourceRoutes {
  /** Nobody can ask the kernel: a bond with auto-route refuses. */
  SourceRoutes NONE = destination -> new SourceAddress.NoRoute("nobody asks it");

  SourceAddress to(Destination destination);
}
