package org.sipbond.core.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.net.AddressPolicy;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.rule.Action;
import org.sipbond.core.rule.NextHop;
import org.sipbond.core.rule.Rewrite;
import org.sipbond.core.rule.Role;

/** Reads what a rule does: role, egress bond, next hop and rewriting, or status. */
record ActionReader(Block keys, Set<String> bonds, Map<String, Optional<TargetUri>> nextHops) {
  static final String A_BOND = "the name of a bond";
  private static final String A_NEXT_HOP =
      "the name of a next hop, or " + NextHop.RequestUri.WORD + " for the Request-URI itself";
  private static final String ROLES =
      String.join(" or ", Role.names()) + ", the roles of this release";
  private static final String PREFIXES = "up to 32 letters, digits, +, *, #, -, . and _";
  private static final int FORBIDDEN = 403;
  private static final int LONGEST_STRIP = 64;

  /** A bond by its name; an unknown one is noted, unless no bond could be read at all. */
  static Optional<String> bond(Value value, Set<String> bonds) {
    Optional<String> name = value.text(A_BOND);
    return bonds.isEmpty()
        ? name
        : name.flatMap(
            text ->
                bonds.contains(text)
                    ? name
                    : value.refused(
                        Value.quoted(text), "a bond: " + Spelling.nearestFirst(text, bonds)));
  }

  /** Reads every key whatever the role is, so that each problem is noted. */
  Optional<Action> read() {
    Optional<String> to = keys.get(Keys.TO).flatMap(value -> bond(value, bonds));
    Optional<NextHop> nextHop = keys.get(Keys.NEXT_HOP).flatMap(this::nextHop);
    Rewrite rewrite = rewrite();
    AddressPolicy addresses = addresses();
    int status = keys.get(Keys.STATUS).flatMap(value -> value.number(400, 699)).orElse(FORBIDDEN);
    Optional<Role> role =
        keys.get(Keys.ROLE)
            .map(value -> value.as(Role::named, ROLES))
            .orElse(Optional.of(Role.B2BUA));
    role.ifPresent(this::checkKeys);
    return role.flatMap(
        known ->
            switch (known) {
              case B2BUA ->
                  to.flatMap(
                      bond -> nextHop.map(hop -> new Action.Bridge(bond, hop, rewrite, addresses)));
              case REJECT -> Optional.of(new Action.Reject(status));
            });
  }

  private void checkKeys(Role role) {
    switch (role) {
      case B2BUA -> {
        keys.need(Keys.TO, A_BOND);
        keys.need(Keys.NEXT_HOP, A_NEXT_HOP);
        keys.refuse(List.of(Keys.STATUS), "it beside role b2bua", "only beside role = reject");
      }
      case REJECT ->
          keys.refuse(
              List.of(Keys.TO, Keys.NEXT_HOP, Keys.STRIP, Keys.PREFIX, Keys.ADDRESSES),
              "it beside role reject",
              "only beside role = b2bua");
    }
  }

  private Optional<NextHop> nextHop(Value value) {
    Optional<String> name = value.text(A_NEXT_HOP);
    if (name.isEmpty() || name.get().equals(NextHop.RequestUri.WORD)) {
      return name.map(word -> new NextHop.RequestUri());
    }
    Optional<TargetUri> uri = nextHops.get(name.get());
    if (uri == null) {
      return value.refused(
          Value.quoted(name.get()),
          NextHop.RequestUri.WORD
              + ", or a next hop: "
              + Spelling.nearestFirst(name.get(), nextHops.keySet()));
    }
    return uri.map(found -> new NextHop.Named(name.get(), found));
  }

  private AddressPolicy addresses() {
    return keys.get(Keys.ADDRESSES)
        .flatMap(
            value -> value.as(AddressPolicy::named, String.join(" or ", AddressPolicy.names())))
        .orElse(AddressPolicy.ANY);
  }

  private Rewrite rewrite() {
    int strip = keys.get(Keys.STRIP).flatMap(value -> value.number(0, LONGEST_STRIP)).orElse(0);
    String prefix =
        keys.get(Keys.PREFIX)
            .flatMap(
                value ->
                    value.as(text -> Optional.of(text).filter(ActionReader::isPrefix), PREFIXES))
            .orElse("");
    return new Rewrite(strip, prefix);
  }

  private static boolean isPrefix(String text) {
    return text.matches("[A-Za-z0-9+*#._-]{1,32}");
  }
}
