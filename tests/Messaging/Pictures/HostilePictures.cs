using System.Text;
using Tests.Support;

namespace Tests.Messaging.Pictures;

/// <summary>Files that come under the name of a picture and are none, or one that harms whoever opens it.</summary>
internal static class HostilePictures
{
    public static IEnumerable<(string Name, byte[] File)> All() => [.. Others(), .. Pngs(), .. Jpegs(), .. Gifs(), .. WebPs()];

    private static IEnumerable<(string, byte[])> Others()
    {
        string[] texts =
        [
            "", "G", "<script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "<?xml version='1.0'?><svg/>", "#!/bin/sh\nrm -rf /",
            "MZ\u0090\0\u0003", "%PDF-1.7", "PK\u0003\u0004", "Rar!\u001a\a", "\u007fELF", "BM6\0\0\0", "II*\0", "MM\0*", "8BPS", "\0\0\u0001\0", "{}",
            "\0\0\0\u001cftypheic", "\0\0\0\u0020ftypavif", "RIFF\0\0\0\0WAVE", "GIF90a", "\u0089PNG\n", "<!DOCTYPE html><img src=x>",
        ];
        return texts.Select(text => (text, Encoding.Latin1.GetBytes(text)));
    }

    private static IEnumerable<(string, byte[])> Pngs()
    {
        (string, byte[]) head = ("IHDR", TestPictures.Header(3, 2));
        (string, byte[]) data = ("IDAT", [1, 2, 3]);
        (string, byte[]) end = ("IEND", []);
        yield return ("png: signature alone", TestPictures.PngWith());
        yield return ("png: head alone", TestPictures.PngWith(head));
        yield return ("png: no data", TestPictures.PngWith(head, end));
        yield return ("png: no end", TestPictures.PngWith(head, data));
        yield return ("png: end that says more", TestPictures.PngWith(head, data, ("IEND", [1])));
        yield return ("png: no head", TestPictures.PngWith(data, end));
        yield return ("png: two heads", TestPictures.PngWith(head, head, data, end));
        yield return ("png: head too short", TestPictures.PngWith(("IHDR", [0, 0, 0, 1]), data, end));
        yield return ("png: no width", TestPictures.PngWith(("IHDR", TestPictures.Header(0, 2)), data, end));
        yield return ("png: no height", TestPictures.PngWith(("IHDR", TestPictures.Header(3, 0)), data, end));
        yield return ("png: a bomb of pixels", TestPictures.PngWith(("IHDR", TestPictures.Header(25_000, 25_000)), data, end));
        yield return ("png: as wide as numbers go", TestPictures.PngWith(("IHDR", TestPictures.Header(uint.MaxValue, 1)), data, end));
        yield return ("png: very wide", TestPictures.PngWith(("IHDR", TestPictures.Header(1_000_000, 1)), data, end));
        yield return ("png: depth 3", TestPictures.PngWith(("IHDR", TestPictures.Header(3, 2, depth: 3)), data, end));
        yield return ("png: colours 9", TestPictures.PngWith(("IHDR", TestPictures.Header(3, 2, colours: 9)), data, end));
        yield return ("png: an unknown part it needs", TestPictures.PngWith(head, ("EVIL", [1]), data, end));
        byte[] whole = TestPictures.PngWith(head, data, end);
        yield return ("png: cut", whole[..^6]);
        byte[] changed = [.. whole];
        changed[20] ^= 1;
        yield return ("png: a sum that is wrong", changed);
        byte[] longer = [.. whole];
        longer[8] = 0x7F;
        yield return ("png: a part longer than the file", longer);
        yield return ("png: 30,000 parts", TestPictures.PngWith([head, .. Enumerable.Repeat(("IDAT", Array.Empty<byte>()), 30_000), end]));
    }

    private static IEnumerable<(string, byte[])> Jpegs()
    {
        byte[] start = [0xFF, 0xD8];
        byte[] frame = TestPictures.Frame(10, 10);
        byte[] scan = [.. TestPictures.Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2];
        byte[] end = [0xFF, 0xD9];
        yield return ("jpeg: start alone", [.. start, 0xFF]);
        yield return ("jpeg: start and end", [.. start, .. end]);
        yield return ("jpeg: no frame", [.. start, .. scan, .. end]);
        yield return ("jpeg: no scan", [.. start, .. frame, .. end]);
        yield return ("jpeg: two frames", [.. start, .. frame, .. frame, .. scan, .. end]);
        yield return ("jpeg: no end", [.. start, .. frame, .. scan]);
        yield return ("jpeg: ends in a marker", [.. start, .. frame, .. scan, 0xFF]);
        yield return ("jpeg: a bomb of pixels", [.. start, .. TestPictures.Frame(60_000, 60_000), .. scan, .. end]);
        yield return ("jpeg: no height", [.. start, .. TestPictures.Frame(10, 0), .. scan, .. end]);
        yield return ("jpeg: no width", [.. start, .. TestPictures.Frame(0, 10), .. scan, .. end]);
        yield return ("jpeg: a segment of length 1", [.. start, 0xFF, 0xE1, 0, 1, .. frame, .. scan, .. end]);
        yield return ("jpeg: a segment longer than the file", [.. start, 0xFF, 0xE1, 0xFF, 0xFF, 1]);
        yield return ("jpeg: rubbish between segments", [.. start, 7, .. frame, .. scan, .. end]);
        yield return ("jpeg: a frame too short", [.. start, .. TestPictures.Segment(0xC0, [8, 0]), .. scan, .. end]);
        yield return ("jpeg: begins again inside", [.. start, .. frame, .. start, .. scan, .. end]);
        yield return ("jpeg: 5,000 comments", [.. start, .. Enumerable.Repeat(TestPictures.Segment(0xFE, [1]), 5_000).SelectMany(each => each), .. frame, .. scan, .. end]);
        yield return ("jpeg: a page behind its head", [.. start, 0xFF, 0xE0, .. "<html><script>alert(1)</script></html>"u8]);
    }

    private static IEnumerable<(string, byte[])> Gifs()
    {
        byte[] screen = [.. "GIF89a"u8, 2, 0, 2, 0, 0, 0, 0];
        byte[] frame = [0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 1, 0x44, 0];
        yield return ("gif: head alone", [.. "GIF89a"u8]);
        yield return ("gif: no frame", [.. screen, 0x3B]);
        yield return ("gif: no end", [.. screen, .. frame]);
        yield return ("gif: unknown block", [.. screen, .. frame, 0x77, 0x3B]);
        yield return ("gif: a colour table that is not there", [.. "GIF89a"u8, 2, 0, 2, 0, 0x87, 0, 0, 1]);
        yield return ("gif: no width", [.. "GIF89a"u8, 0, 0, 2, 0, 0, 0, 0, .. frame, 0x3B]);
        yield return ("gif: a bomb of pixels", [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, .. frame, 0x3B]);
        yield return ("gif: 2,000 frames", [.. screen, .. Enumerable.Repeat(frame, 2_000).SelectMany(each => each), 0x3B]);
        yield return ("gif: codes of 99 bits", [.. screen, 0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 99, 0, 0x3B]);
        yield return ("gif: a block that goes on", [.. screen, 0x21, 0xFE, 200, 1, 2]);
    }

    private static IEnumerable<(string, byte[])> WebPs()
    {
        yield return ("webp: empty", TestPictures.WebP());
        yield return ("webp: canvas alone", TestPictures.WebP(("VP8X", [0, 0, 0, 0, 1, 0, 0, 1, 0, 0])));
        yield return ("webp: canvas too short", TestPictures.WebP(("VP8X", [0]), ("VP8L", TestPictures.Lossless(2, 2))));
        yield return ("webp: a bomb of pixels", TestPictures.WebP(("VP8X", [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]), ("VP8L", TestPictures.Lossless(2, 2))));
        yield return ("webp: no size", TestPictures.WebP(("VP8 ", TestPictures.Lossy(0, 0))));
        yield return ("webp: no signature", TestPictures.WebP(("VP8L", [1, 2, 3, 4, 5])));
        yield return ("webp: no start code", TestPictures.WebP(("VP8 ", new byte[20])));
        yield return ("webp: frame too short", TestPictures.WebP(("ANMF", [1, 2])));
        yield return ("webp: a frame in a frame", TestPictures.WebP(("ANMF", [.. new byte[16], .. "ANMF"u8, 0, 0, 0, 0])));
        byte[] whole = TestPictures.WebP(("VP8L", TestPictures.Lossless(2, 2)));
        yield return ("webp: cut", whole[..^3]);
        yield return ("webp: 10,000 parts", TestPictures.WebP([.. Enumerable.Repeat(("ALPH", Array.Empty<byte>()), 10_000), ("VP8L", TestPictures.Lossless(2, 2))]));
    }
}
