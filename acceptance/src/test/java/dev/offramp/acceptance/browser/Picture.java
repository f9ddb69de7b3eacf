package dev.offramp.acceptance.browser;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// A picture of a page. Flat pages have few colours: with a palette of them the file is a third as large.
record Picture(BufferedImage image) {

    private static final int COLOURS_MAX = 256;
    /// Of a channel, out of 255: what nobody sees.
    private static final int UNSEEN = 40;
    /// Of all pixels: a digit of the smallest print has more.
    private static final int PIXELS_UNSEEN = 8;

    static Picture of(byte[] file) {
        try {
            return new Picture(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether somebody who compares them sees a difference.
    boolean looksLike(Picture other) {
        if (image.getWidth() != other.image.getWidth() || image.getHeight() != other.image.getHeight()) {
            return false;
        }
        int[] mine = pixels();
        int[] theirs = other.pixels();
        int different = 0;
        for (int i = 0; i < mine.length; i++) {
            if (distance(mine[i], theirs[i]) > UNSEEN) {
                different++;
            }
        }
        return different <= PIXELS_UNSEEN;
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }

    private int[] pixels() {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /// As a PNG with a palette. Where there are more colours, those that lie close together become the most frequent of
    /// them.
    byte[] png() {
        int[] pixels = pixels();
        int step = 1;
        while (buckets(pixels, step).size() > COLOURS_MAX) {
            step *= 2;
        }
        return written(indexed(pixels, step));
    }

    private static Map<Integer, Integer> buckets(int[] pixels, int step) {
        Map<Integer, Integer> buckets = new HashMap<>();
        for (int pixel : pixels) {
            buckets.putIfAbsent(bucket(pixel, step), buckets.size());
            if (buckets.size() > COLOURS_MAX) {
                break;
            }
        }
        return buckets;
    }

    private static int bucket(int pixel, int step) {
        return (pixel >> 16 & 255) / step << 16 | (pixel >> 8 & 255) / step << 8 | (pixel & 255) / step;
    }

    private BufferedImage indexed(int[] pixels, int step) {
        Map<Integer, Integer> places = buckets(pixels, step);
        byte[] indices = new byte[pixels.length];
        Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int place = places.get(bucket(pixels[i], step));
            indices[i] = (byte) place;
            counts.computeIfAbsent(place, each -> new HashMap<>()).merge(pixels[i], 1, Integer::sum);
        }
        int[] colours = new int[places.size()];
        counts.forEach((place, found) -> colours[place] = mostFrequent(found));
        IndexColorModel palette = new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage made =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        made.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), indices);
        return made;
    }

    private static int mostFrequent(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static byte[] written(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "png")
                .next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), smallest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
