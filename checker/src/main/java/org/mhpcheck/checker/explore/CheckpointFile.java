package org.mhpcheck.checker.explore;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Blocks of bytes, one after the other, each with its length and checksum: whatever kills the
 * writer, the blocks that were written before are whole, and a torn one at the end is not read.
 */
final class CheckpointFile implements AutoCloseable {
  /** A block's length and checksum. */
  private static final int HEAD = 12;

  private final FileChannel channel;

  private CheckpointFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Writes into a block. */
  interface Writing {
    void to(DataOutput out) throws IOException;
  }

  /** Reads a block. */
  interface Reading {
    /** Whether what was read so far makes sense without what follows. */
    boolean from(DataInputStream in) throws IOException;
  }

  /** Makes a file with one block; it is there whole, or not at all. */
  static CheckpointFile create(Path file, Writing first) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try (CheckpointFile made =
        new CheckpointFile(
            FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE))) {
      made.add(first);
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    return new CheckpointFile(FileChannel.open(file, StandardOpenOption.APPEND));
  }

  void add(Writing block) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    block.to(new DataOutputStream(bytes));
    CRC32 sum = new CRC32();
    byte[] content = bytes.toByteArray();
    sum.update(content);
    ByteBuffer head = ByteBuffer.allocate(HEAD).putInt(content.length).putLong(sum.getValue());
    write(head.flip());
    write(ByteBuffer.wrap(content));
    channel.force(true);
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Reads every whole block, and cuts off what makes no sense without blocks that are missing.
   *
   * @return the file, to be added to
   */
  static CheckpointFile read(Path file, Reading block) throws IOException {
    long read = 0;
    long whole = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (Optional<byte[]> next = next(in); next.isPresent(); next = next(in)) {
        read += HEAD + next.get().length;
        if (block.from(new DataInputStream(new ByteArrayInputStream(next.get())))) {
          whole = read;
        }
      }
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(whole);
    channel.position(whole);
    return new CheckpointFile(channel);
  }

  private static Optional<byte[]> next(InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    if (head.length < HEAD) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(head).getInt();
    long sum = ByteBuffer.wrap(head).getLong(4);
    byte[] content = length < 0 ? new byte[0] : in.readNBytes(length);
    CRC32 found = new CRC32();
    found.update(content);
    return content.length == length && found.getValue() == sum
        ? Optional.of(content)
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
