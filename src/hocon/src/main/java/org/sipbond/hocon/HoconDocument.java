package org.sipbond.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigResolveOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sipbond.core.config.ConfigNode;
import org.sipbond.core.config.Origin;
import org.sipbond.core.config.Problem;

/** Reads a configuration document in HOCON. */
public final class HoconDocument {
  private HoconDocument() {}

  /** What a file is: a tree, or why it is none. */
  public sealed interface Outcome {

    /** Calls the function of this case. */
    <T> T fold(Function<ConfigNode, T> tree, Function<List<Problem>, T> problems);

    /** A document that can be read; whether it makes sense is not yet known. */
    record Tree(ConfigNode root) implements Outcome {
      @Override
      public <T> T fold(Function<ConfigNode, T> tree, Function<List<Problem>, T> problems) {
        return tree.apply(root);
      }
    }

    /** What keeps the document from being read; at least one. */
    record Unreadable(List<Problem> problems) implements Outcome {
      public Unreadable {
        problems = List.copyOf(problems);
      }

      @Override
      public <T> T fold(Function<ConfigNode, T> tree, Function<List<Problem>, T> problems) {
        return problems.apply(this.problems);
      }
    }
  }

  /** Reads a document as it is. */
  public static Outcome read(Path file) {
    return read(file, "", Map.of());
  }

  /**
   * Reads a document with single keys overridden. An override goes before what the document says,
   * and before its substitutions are resolved.
   *
   * @param from where the overrides were written, as a person would look for it; their origin
   * @param overrides values by path, as in {@code bonds.extern.on-no-match}; a value that starts
   *     with a bracket or brace is HOCON, any other is text as it is
   */
  public static Outcome read(Path file, String from, Map<String, String> overrides) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return unreadable(
          new Problem(
              new Origin(file.toString(), 0), "file", "no readable file", "a HOCON document"));
    }
    List<Problem> problems = new ArrayList<>();
    try {
      Config document = Includer.parse(file, problems);
      Config overridden = Overrides.parse(file, from, overrides, problems).withFallback(document);
      if (!problems.isEmpty()) {
        return new Outcome.Unreadable(problems);
      }
      Config resolved = overridden.resolve(ConfigResolveOptions.defaults());
      return new Outcome.Tree(Nodes.of(resolved.root(), new Origin(file.toString(), 0)));
    } catch (ConfigException broken) {
      problems.add(Broken.problem(broken, new Origin(file.toString(), 0)));
      return new Outcome.Unreadable(problems);
    }
  }

  private static Outcome unreadable(Problem problem) {
    return new Outcome.Unreadable(List.of(problem));
  }
}
