package org.sipbond.testkit.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Programs in a search path.
 *
 * @param path directories, separated as in the variable PATH
 */
record Programs(String path) {
  /** Those of these names that cannot be run, in their order. */
  List<String> missing(List<String> names) {
    return names.stream().filter(name -> !has(name)).toList();
  }

  private boolean has(String name) {
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, name))
        .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
  }
}
