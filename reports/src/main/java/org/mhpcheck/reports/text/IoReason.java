package org.mhpcheck.reports.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Why a file could not be read or written, in words. */
public final class IoReason {
  private IoReason() {}

  public static String of(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile();
    }
    if (e instanceof FileAlreadyExistsException taken) {
      return taken.getFile() + " exists and is not a directory";
    }
    if (e instanceof NotDirectoryException file) {
      return file.getFile() + " is not a directory";
    }
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    String said =
        e instanceof FileSystemException f && f.getReason() != null
            ? f.getReason()
            : String.valueOf(e.getMessage());
    return known(said.toLowerCase(Locale.ROOT), Words.oneLine(said));
  }

  private static String known(String said, String otherwise) {
    if (said.contains("no space left")) {
      return "the disk is full";
    }
    if (said.contains("quota exceeded")) {
      return "the disk quota is used up";
    }
    if (said.contains("read-only file system")) {
      return "the file system is read-only";
    }
    return otherwise;
  }
}
