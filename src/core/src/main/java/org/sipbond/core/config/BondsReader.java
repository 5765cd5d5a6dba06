package org.sipbond.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.FamilyOrder;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Member;
import org.sipbond.core.bond.OnNoMatch;

/** Reads {@code bonds}: names with members. */
final class BondsReader {
  private static final String ONE_ALLOWED =
      "a list of listeners, or { members = such a list, on-no-match = reject }";

  private final Map<String, Value> declared;
  private final MembersReader members;

  /**
   * A reader for bonds of these listeners.
   *
   * @param listeners what each declared name stands for
   */
  BondsReader(Value bonds, Map<String, List<Listener>> listeners) {
    this.declared = bonds.someNames("a block of names with members", "intern = [int-udp]");
    this.members = new MembersReader(listeners, declared.keySet());
  }

  /** The names of all bonds, of those with problems too. */
  Set<String> names() {
    return declared.keySet();
  }

  /** The bonds that have members. */
  List<Bond> read() {
    List<Bond> bonds = new ArrayList<>();
    Map<String, Fallbacks.Step> fallbacks = new LinkedHashMap<>();
    declared.forEach(
        (name, value) -> {
          Name.check(name, value);
          Optional<Block> block =
              value.node() instanceof ConfigNode.Sequence
                  ? Optional.empty()
                  : value.block(Keys.ONE_BOND, ONE_ALLOWED);
          OnNoMatch onNoMatch = onNoMatch(name, block, fallbacks);
          List<Member> found = members(value, block);
          FamilyOrder families = families(block);
          boolean autoRoute = flag(block, Keys.AUTO_ROUTE);
          boolean trusted = flag(block, Keys.TRUSTED);
          if (!found.isEmpty()) {
            bonds.add(new Bond(name, found, onNoMatch, families, autoRoute, trusted));
          }
        });
    Fallbacks.refuseLoops(fallbacks);
    return bonds;
  }

  private List<Member> members(Value value, Optional<Block> block) {
    return value.node() instanceof ConfigNode.Sequence
        ? members.read(value)
        : block
            .flatMap(keys -> keys.need(Keys.MEMBERS, "a list of listeners"))
            .map(members::read)
            .orElse(List.of());
  }

  private static FamilyOrder families(Optional<Block> block) {
    return block
        .flatMap(keys -> keys.get(Keys.FAMILIES))
        .flatMap(value -> value.as(FamilyOrder::named, String.join(", ", FamilyOrder.names())))
        .orElse(FamilyOrder.MEMBERS);
  }

  private static boolean flag(Optional<Block> block, String key) {
    return block.flatMap(keys -> keys.get(key)).flatMap(Value::bool).orElse(false);
  }

  private OnNoMatch onNoMatch(
      String name, Optional<Block> block, Map<String, Fallbacks.Step> fallbacks) {
    Optional<Value> value = block.flatMap(keys -> keys.get(Keys.ON_NO_MATCH));
    Optional<OnNoMatch> read = value.flatMap(found -> Fallbacks.read(found, names()));
    OnNoMatch onNoMatch = read.orElseGet(OnNoMatch.Reject::new);
    value.ifPresent(
        found ->
            onNoMatch
                .<Optional<String>>fold(Optional::empty, Optional::of)
                .ifPresent(next -> fallbacks.put(name, new Fallbacks.Step(next, found))));
    return onNoMatch;
  }
}
