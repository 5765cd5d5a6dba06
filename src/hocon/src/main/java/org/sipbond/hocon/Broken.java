package org.sipbond.hocon;

import com.typesafe.config.ConfigException;
import java.util.Optional;
import org.sipbond.core.config.Origin;
import org.sipbond.core.config.Problem;

/** Says what the parser says, in the form of every other problem. */
final class Broken {
  private Broken() {}

  /**
   * The problem that an exception stands for.
   *
   * @param document where it is when the parser does not know better
   */
  static Problem problem(ConfigException broken, Origin document) {
    Origin origin =
        Optional.ofNullable(broken.origin())
            .map(known -> Nodes.origin(known, document))
            .orElse(document);
    return broken instanceof ConfigException.UnresolvedSubstitution
        ? new Problem(
            origin,
            "substitution",
            said(broken),
            "a key of the document, a variable of the environment, or ${?...} for one that may lack")
        : new Problem(origin, "syntax", said(broken), "HOCON");
  }

  /** The message without its place, which the problem has already. */
  private static String said(ConfigException broken) {
    String message = Optional.ofNullable(broken.getMessage()).orElse(broken.toString());
    return Optional.ofNullable(broken.origin())
        .map(origin -> origin.description() + ": ")
        .filter(message::startsWith)
        .map(place -> message.substring(place.length()))
        .orElse(message);
  }
}
