using Microsoft.AspNetCore.Antiforgery;

namespace Bot.Hosting.Web;

/// <summary>
/// Refuses what another site makes a browser send: a foreign origin always, a form without our token,
/// and by its content type anything that needs no permission to be sent across sites.
/// </summary>
internal static class CrossSiteGuard
{
    public static IApplicationBuilder UseCrossSiteGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsSafe(context.Request) || context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false })
        {
            await next(context);
        }
        else if (IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (context.Request.HasJsonContentType() || await HasTokenAsync(context))
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    });

    private static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    private static bool IsForeign(HttpRequest request)
    {
        string origin = request.Headers.Origin.ToString();
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        return origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || site is "cross-site" or "same-site";
    }

    private static async Task<bool> HasTokenAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (Exception e) when (TooLarge(e) is { } refused)
        {
            throw refused;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or AntiforgeryValidationException)
        {
            return false;
        }
    }

    // a form that is too large is no foreign one, and the answer says so
    private static BadHttpRequestException? TooLarge(Exception? e) =>
        e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large ? large
        : e?.InnerException is { } inner ? TooLarge(inner) : null;
}
