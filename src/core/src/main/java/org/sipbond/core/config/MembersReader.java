package org.sipbond.core.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Member;

/**
 * Reads the members of one bond.
 *
 * @param listeners what each declared name stands for, nothing where the listener has a problem;
 *     empty where none could be read, and then no name is taken for wrong
 */
record MembersReader(Map<String, List<Listener>> listeners, Set<String> bonds) {
  private static final String ONE_ALLOWED =
      "the name of a listener, or { listener = such a name, priority = 0, weight = 1 }";

  /** The members; a name for several listeners makes as many members. */
  List<Member> read(Value list) {
    Optional<List<Value>> values = list.list("a list of listeners");
    if (values.filter(List::isEmpty).isPresent()) {
      list.refused("an empty list", "at least one member");
    }
    Set<String> seen = new HashSet<>();
    List<Member> members = new ArrayList<>();
    values.orElse(List.of()).forEach(value -> members.addAll(one(value, seen)));
    return members;
  }

  private List<Member> one(Value value, Set<String> seen) {
    if (value.isScalar()) {
      return members(value, seen, Member.DEFAULT_PRIORITY, Member.DEFAULT_WEIGHT);
    }
    Optional<Block> block = value.block(Keys.ONE_MEMBER, ONE_ALLOWED);
    int priority = number(block, Keys.PRIORITY, 0, Member.DEFAULT_PRIORITY);
    int weight = number(block, Keys.WEIGHT, 1, Member.DEFAULT_WEIGHT);
    return block
        .flatMap(keys -> keys.need(Keys.LISTENER, "the name of a listener"))
        .map(name -> members(name, seen, priority, weight))
        .orElse(List.of());
  }

  private static int number(Optional<Block> block, String key, int least, int otherwise) {
    return block
        .flatMap(keys -> keys.get(key))
        .flatMap(value -> value.number(least, Member.MAX))
        .orElse(otherwise);
  }

  private List<Member> members(Value value, Set<String> seen, int priority, int weight) {
    Optional<String> name = value.text(ONE_ALLOWED).filter(text -> isNew(text, value, seen));
    return name.map(listeners::get).orElse(List.of()).stream()
        .map(listener -> new Member(listener, priority, weight))
        .toList();
  }

  private boolean isNew(String name, Value value, Set<String> seen) {
    if (!listeners.isEmpty() && !listeners.containsKey(name)) {
      String what = bonds.contains(name) ? ", which is a bond" : "";
      value.refused(
          Value.quoted(name) + what,
          "a listener: " + Spelling.nearestFirst(name, listeners.keySet()));
      return false;
    }
    if (!seen.add(name)) {
      value.refused(Value.quoted(name) + " again", "each listener once in a bond");
      return false;
    }
    return true;
  }
}
