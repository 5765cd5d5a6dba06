package org.sipbond.management;

import java.beans.ConstructorProperties;
import java.util.List;

/** A bond as the console shows it. A bean, since MXBeans know no records before Java 21. */
public final class BondView {
  private final String name;
  private final List<String> members;
  private final List<String> coverage;
  private final String onNoMatch;

  /**
   * @param name the name in the configuration
   * @param members names of the listeners, in order
   * @param coverage what the bond can send: {@code udp over ipv4}
   * @param onNoMatch {@code reject} or {@code fallback: other}
   */
  @ConstructorProperties({"name", "members", "coverage", "onNoMatch"})
  public BondView(String name, List<String> members, List<String> coverage, String onNoMatch) {
    this.name = name;
    this.members = List.copyOf(members);
    this.coverage = List.copyOf(coverage);
    this.onNoMatch = onNoMatch;
  }

  /** The name in the configuration. */
  public String getName() {
    return name;
  }

  /** Names of the members, in order. */
  public List<String> getMembers() {
    return members;
  }

  /** The pairs of transport and address family that the bond can send. */
  public List<String> getCoverage() {
    return coverage;
  }

  /** What happens when no member fits. */
  public String getOnNoMatch() {
    return onNoMatch;
  }
}
