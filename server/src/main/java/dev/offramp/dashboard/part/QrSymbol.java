package dev.offramp.dashboard.part;

import io.nayuki.qrcodegen.QrCode;

/// A text to be read by a camera.
///
/// @param size modules on a side, with the quiet zone
/// @param path of an SVG that draws the dark modules
public record QrSymbol(int size, String path) {

    /// What the standard asks for around the symbol.
    private static final int QUIET = 4;

    public static QrSymbol of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrSymbol(code.size + 2 * QUIET, path.toString());
    }
}
