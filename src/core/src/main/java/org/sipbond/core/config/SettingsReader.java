package org.sipbond.core.config;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;

/** Reads the keys of the document that have defaults. */
record SettingsReader(Block document) {

  ListenerSource source() {
    return document
        .get(Keys.LISTENERS_FROM)
        .flatMap(
            value -> value.as(ListenerSource::named, String.join(" or ", ListenerSource.names())))
        .orElse(ListenerSource.CONFIGURATION);
  }

  GuardMode guard() {
    return document
        .get(Keys.GUARD)
        .flatMap(value -> value.as(GuardMode::named, String.join(", ", GuardMode.names())))
        .orElse(GuardMode.WARN);
  }

  HttpSettings http() {
    Optional<Block> block =
        document
            .get(Keys.HTTP)
            .flatMap(value -> value.block(Keys.ONE_HTTP, "{ address = 127.0.0.1, port = 8080 }"));
    Optional<InetAddress> address =
        block
            .flatMap(keys -> keys.get(Keys.ADDRESS))
            .flatMap(
                value -> value.as(SettingsReader::httpAddress, "an IP address of this machine"));
    Optional<Integer> port =
        block
            .flatMap(keys -> keys.get(Keys.PORT))
            .flatMap(value -> value.as(HostPort::parsePort, "a port from 1 to 65535"));
    return new HttpSettings(
        address.orElse(HttpSettings.DEFAULT_ADDRESS), port.orElse(HttpSettings.DEFAULT_PORT));
  }

  private static Optional<InetAddress> httpAddress(String text) {
    return IpLiteral.parse(text).filter(address -> !address.isMulticastAddress());
  }

  StopSettings stop() {
    Duration drain =
        document
            .get(Keys.STOP)
            .flatMap(value -> value.block(Keys.ONE_STOP, "{ drain-timeout = 30s }"))
            .flatMap(keys -> keys.get(Keys.DRAIN_TIMEOUT))
            .flatMap(value -> value.duration("0s", "24h"))
            .orElse(StopSettings.DEFAULT_DRAIN_TIMEOUT);
    return new StopSettings(drain);
  }
}
