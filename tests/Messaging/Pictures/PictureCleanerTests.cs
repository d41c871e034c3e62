using System.Diagnostics;
using Bot.Messaging.Pictures.Cleaning;
using Tests.Support;

namespace Tests.Messaging.Pictures;

public sealed class PictureCleanerTests
{
    public static TheoryData<string, byte[]> Good => new()
    {
        { "image/png", TestPictures.Png },
        { "image/png", TestPictures.PngWithSecrets() },
        { "image/jpeg", TestPictures.JpegWithSecrets() },
        { "image/jpeg", TestPictures.JpegWithSecrets(orientation: 1) },
        { "image/gif", TestPictures.GifWithSecrets() },
        { "image/webp", TestPictures.WebPWithSecrets() },
        { "image/webp", TestPictures.WebP(("VP8 ", TestPictures.Lossy(30, 20))) },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void What_cameras_write_beside_the_picture_goes(string type, byte[] file)
    {
        CleanPicture clean = PictureCleaner.Clean(file).Picture.ShouldNotBeNull();
        clean.Kind.ContentType.ShouldBe(type);
        clean.Bytes.AsSpan().IndexOf(TestPictures.Bytes("chen")).ShouldBe(-1);
        clean.Bytes.AsSpan().IndexOf("GPS"u8).ShouldBe(-1);
        // what is clean stays as it is
        PictureCleaner.Clean(clean.Bytes).Picture!.Bytes.ShouldBe(clean.Bytes);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    public void Which_way_is_up_stays(byte orientation)
    {
        byte[] clean = PictureCleaner.Clean(TestPictures.JpegWithSecrets(orientation: orientation)).Picture!.Bytes;
        int exif = clean.AsSpan().IndexOf("Exif\0\0"u8);
        ExifOrientation.Of(clean.AsSpan(exif)).ShouldBe(orientation);
        PictureCleaner.Clean(TestPictures.JpegWithSecrets(orientation: 77)).Picture!.Bytes.AsSpan().IndexOf("Exif"u8).ShouldBe(-1);
    }

    [Fact]
    public void Sizes_are_read_from_every_kind()
    {
        SizeOf(TestPictures.PngWithSecrets()).ShouldBe((3, 2));
        SizeOf(TestPictures.JpegWithSecrets(640, 480)).ShouldBe((640, 480));
        SizeOf(TestPictures.GifWithSecrets(300, 200)).ShouldBe((300, 200));
        SizeOf(TestPictures.WebPWithSecrets(20, 10)).ShouldBe((20, 10));
        SizeOf(TestPictures.WebP(("VP8 ", TestPictures.Lossy(30, 20)))).ShouldBe((30, 20));
    }

    [Fact]
    public void Sixty_hostile_files_are_refused_quickly_and_with_words()
    {
        (string Name, byte[] File)[] files = [.. HostilePictures.All()];
        files.Length.ShouldBeGreaterThanOrEqualTo(60);
        foreach ((string name, byte[] file) in files)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            CleaningResult result = PictureCleaner.Clean(file);
            result.Picture.ShouldBeNull(name);
            result.Refusal.ShouldNotBeNullOrEmpty(name);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5), name);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100L << 20, name);
        }
    }

    [Fact]
    public void Nothing_that_anybody_can_change_breaks_it()
    {
        Random random = new(20261122);
        byte[][] whole = [TestPictures.PngWithSecrets(), TestPictures.JpegWithSecrets(), TestPictures.GifWithSecrets(), TestPictures.WebPWithSecrets()];
        for (int i = 0; i < 20_000; i++)
        {
            byte[] file = [.. whole[i % whole.Length]];
            for (int changes = random.Next(1, 6); changes > 0; changes--) { file[random.Next(file.Length)] = (byte)random.Next(256); }
            if (i % 5 == 0) { file = file[..random.Next(file.Length)]; }
            CleaningResult result = PictureCleaner.Clean(file);
            (result.Picture is null).ShouldBe(result.Refusal is not null);
            if (result.Picture is { } picture) { picture.Bytes.Length.ShouldBeLessThanOrEqualTo(file.Length + 64); }
        }
    }

    private static (int, int) SizeOf(byte[] file) => PictureCleaner.Clean(file).Picture!.Size is var size ? (size.Width, size.Height) : default;
}
