package org.sipbond.container;

import java.nio.file.Path;

/**
 * One archive to deploy.
 *
 * @param archive a .sar, .war or .ear file, or a folder that holds what such a file would
 * @param contextPath where a .sar or .war is found over HTTP: empty, or starting with a slash. An
 *     .ear names the paths of its modules itself, and this is only its name
 */
public record Application(Path archive, String contextPath) {

  public Application {
    archive = archive.toAbsolutePath().normalize();
    if (!contextPath.isEmpty() && (!contextPath.startsWith("/") || contextPath.endsWith("/"))) {
      throw new IllegalArgumentException(
          "context path is \"" + contextPath + "\"; allowed: empty, or /name");
    }
  }

  /** The context path that Tomcat would give the archive: its name without extension. */
  public static Application of(Path archive) {
    String file = String.valueOf(archive.getFileName());
    int dot = file.lastIndexOf('.');
    return new Application(archive, "/" + (dot > 0 ? file.substring(0, dot) : file));
  }
}
