package org.sipbond.container;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system properties that the container reads or sets, put back when it has stopped. */
final class SystemProperties {
  private static final List<String> TOUCHED =
      List.of(
          "catalina.base",
          "catalina.home",
          "catalina.useNaming",
          "java.naming.factory.initial",
          "java.naming.factory.url.pkgs",
          "javax.servlet.sip.ar.spi.SipApplicationRouterProvider",
          "javax.servlet.sip.dar",
          "org.mobicents.properties.httpPort",
          "org.mobicents.properties.sslPort",
          "telscale.license.dir",
          "telscale.license.key.location");

  private final Map<String, Optional<String>> before = new HashMap<>();

  /** Remembers what is there, then sets what {@code values} holds. */
  void set(Map<String, String> values) {
    TOUCHED.forEach(name -> before.put(name, Optional.ofNullable(System.getProperty(name))));
    values.forEach(System::setProperty);
  }

  void restore() {
    before.forEach(
        (name, value) ->
            value.ifPresentOrElse(
                text -> System.setProperty(name, text), () -> System.clearProperty(name)));
  }
}
