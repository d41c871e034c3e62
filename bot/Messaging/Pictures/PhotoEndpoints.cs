using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Messaging.Pictures;

/// <summary>Stored photos, with the type their bytes were checked for.</summary>
public static class PhotoEndpoints
{
    public static Results<PhysicalFileHttpResult, NotFound> Show(string name, PhotoStore photos, HttpResponse response)
    {
        if (photos.Find(name) is not { } photo) { return TypedResults.NotFound(); }
        response.Headers.CacheControl = "private, max-age=86400";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.PhysicalFile(photo.Path, photo.ContentType);
    }
}
