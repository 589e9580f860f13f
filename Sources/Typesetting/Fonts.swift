internal import CPango

/// The fonts that pages are set in: the system's, whatever the desktop is set to.
///
/// Fontconfig gets a configuration of our own instead of reading the user's: the same sheet looks
/// the same everywhere these fonts are, nothing is read from or written to the home folder, and
/// fontconfig has nothing to report on standard error. Pango and GLib are kept from it too.
enum Fonts {
    static let serif = "Caladea, Liberation Serif, DejaVu Serif"
    static let sans = "Carlito, Liberation Sans, DejaVu Sans"
    /// The one of them that tells 0 from O and 1 from l best.
    static let mono = "DejaVu Sans Mono, Liberation Mono"

    /// Says whether there are any; sets them up the first time.
    static let areThere: Bool = {
        g_log_set_default_handler({ _, _, _, _ in }, nil)
        guard let configuration = FcConfigCreate() else { return false }
        defer { FcConfigDestroy(configuration) }
        guard FcConfigParseAndLoadFromMemory(configuration, folders, FcBool(0)) != 0,
            FcConfigSetCurrent(configuration) != 0,
            let fonts = FcConfigGetFonts(configuration, FcSetSystem)
        else { return false }
        return fonts.pointee.nfont > 0
    }()

    /// Debian's folders, then those of macOS. Only outlines are taken, because bitmaps print badly
    /// and colours don't print at all.
    private static let folders = """
        <?xml version="1.0"?>
        <fontconfig>
          <dir>/usr/share/fonts</dir>
          <dir>/usr/local/share/fonts</dir>
          <dir>/opt/homebrew/share/fonts</dir>
          <dir>/Library/Fonts</dir>
          <dir>/System/Library/Fonts</dir>
          <cachedir>/var/cache/fontconfig</cachedir>
          <selectfont><rejectfont>
            <pattern><patelt name="scalable"><bool>false</bool></patelt></pattern>
            <pattern><patelt name="color"><bool>true</bool></patelt></pattern>
          </rejectfont></selectfont>
        </fontconfig>
        """
}
