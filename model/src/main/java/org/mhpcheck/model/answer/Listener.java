package org.mhpcheck.model.answer;

/** Told by the engines how a run goes. Engines never print; listeners write. */
public interface Listener {
  Listener SILENT = new Listener() {};

  /** Work on {@code what} (a scenario in a design) begins. */
  default void onStarted(String what) {}

  /** Called often while states are explored; it is the listener that makes it rare. */
  default void onProgress(Progress progress) {}

  default void onFinding(Finding finding) {}
}
