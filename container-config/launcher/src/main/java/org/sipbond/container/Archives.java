package org.sipbond.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Archives as folders. */
final class Archives {
  private Archives() {}

  /**
   * The folder that holds what the archive holds: the archive itself where it is a folder, else one
   * of its name under {@code parent}, made anew. An entry that would lie outside is refused.
   */
  static Path explode(Path archive, Path parent) throws IOException {
    if (Files.isDirectory(archive)) {
      return archive;
    }
    Path folder = parent.resolve(String.valueOf(archive.getFileName()));
    delete(folder);
    Files.createDirectories(folder);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        extract(zip, e.nextElement(), folder);
      }
    }
    return folder;
  }

  private static void extract(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry " + entry.getName() + " of " + zip.getName() + " lies outside");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    try (InputStream content = zip.getInputStream(entry)) {
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
