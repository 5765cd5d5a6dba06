package org.sipbond.core.config;

import java.nio.file.Path;

/**
 * A file that the document names; whether it can be read, and what it holds, is not known here.
 *
 * @param key the path of the key that names it
 * @param text as written
 */
public record PemFile(String key, String text, Origin origin) {

  PemFile(Value value, String text) {
    this(value.path(), text, value.origin());
  }

  /** The file; a relative name is one in the folder of the document. */
  public Path in(Path folder) {
    return folder.resolve(text);
  }

  /** That the file is not what the key wants. */
  public Problem problem(String found, String allowed) {
    return new Problem(origin, key, Value.quoted(text) + ", " + found, allowed);
  }
}
