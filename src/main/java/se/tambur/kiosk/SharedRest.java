package se.tambur.kiosk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The long end of an answer that is the same for many, compressed once. When news come, all tablets ask at the same
 * time; what each of them costs must then be small, also in memory.
 *
 * <p>A whole answer is a gzip file (RFC 1952) of one member: a short beginning in a stored block, then these blocks.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SharedRest(byte[] plain, byte[] deflated) {

    /** Magic number, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int STORED_BLOCK = 5;
    private static final int LONGEST_STORED = 0xffff;
    private static final int TRAILER = 8;

    static SharedRest of(byte[] plain) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var deflated = new ByteArrayOutputStream();
        try (var stream = new DeflaterOutputStream(deflated, deflater)) {
            stream.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return new SharedRest(plain, deflated.toByteArray());
    }

    /** The length in bytes of what {@link #write} writes. */
    int length(byte[] beginning) {
        return beginning.length + plain.length;
    }

    void write(byte[] beginning, OutputStream out) throws IOException {
        out.write(beginning);
        out.write(plain);
    }

    /** The length in bytes of what {@link #writeGzip} writes. */
    int gzipLength(byte[] beginning) {
        return HEADER.length + STORED_BLOCK + beginning.length + deflated.length + TRAILER;
    }

    /** @param beginning at most 65 535 bytes */
    void writeGzip(byte[] beginning, OutputStream out) throws IOException {
        if (beginning.length > LONGEST_STORED) {
            throw new IllegalArgumentException("A beginning of " + beginning.length + " bytes is not short");
        }
        var sum = new CRC32();
        sum.update(beginning);
        sum.update(plain);
        out.write(HEADER);
        out.write(ByteBuffer.allocate(STORED_BLOCK)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0)
                .putShort((short) beginning.length)
                .putShort((short) ~beginning.length)
                .array());
        out.write(beginning);
        out.write(deflated);
        out.write(ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(length(beginning))
                .array());
    }
}
