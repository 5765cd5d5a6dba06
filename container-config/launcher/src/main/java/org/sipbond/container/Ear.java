package org.sipbond.container;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An EAR as Tomcat contexts know nothing of it: web modules in folders of their own, and one class
 * loader for the library directory that is the parent of all of them.
 *
 * @param modules SIP applications first
 */
record Ear(List<Module> modules, URLClassLoader libraries) {

  Ear {
    modules = List.copyOf(modules);
  }

  /** A module, exploded. */
  record Module(Path folder, String contextPath) {
    boolean isSip() {
      return Files.exists(folder.resolve("WEB-INF").resolve("sip.xml"));
    }
  }

  /** Explodes an EAR and its web modules under {@code work}. */
  static Ear explode(Path archive, Path work) throws IOException {
    Path folder = Archives.explode(archive, work);
    EarDescriptor descriptor = EarDescriptor.read(folder);
    Path modulesFolder = work.resolve(archive.getFileName() + "-modules");
    Files.createDirectories(modulesFolder);
    List<Module> modules = new ArrayList<>();
    for (EarDescriptor.WebModule module : descriptor.modules()) {
      Path file = inside(folder, module.uri());
      if (!Files.exists(file)) {
        throw new IOException(
            "META-INF/application.xml names " + module.uri() + ", which is absent");
      }
      modules.add(new Module(Archives.explode(file, modulesFolder), module.contextRoot()));
    }
    modules.sort(Comparator.comparing(Module::isSip).reversed());
    return new Ear(modules, loader(inside(folder, descriptor.libraryDirectory())));
  }

  private static Path inside(Path folder, String relative) throws IOException {
    Path path = folder.resolve(relative).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("META-INF/application.xml names " + relative + ", which lies outside");
    }
    return path;
  }

  private static URLClassLoader loader(Path folder) throws IOException {
    List<URL> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path jar : files) {
          jars.add(jar.toUri().toURL());
        }
      }
    }
    return new URLClassLoader(jars.toArray(URL[]::new), Ear.class.getClassLoader());
  }
}
