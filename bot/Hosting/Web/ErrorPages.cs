using Bot.Grids.SignIn;

namespace Bot.Hosting.Web;

/// <summary>Says what happened and what to do; a page for a browser, one line of JSON for a program.</summary>
internal static class ErrorPages
{
    // a request that cannot be read is the sender's fault and no error of ours to log
    public static readonly ExceptionHandlerOptions Handler = new()
    {
        ExceptionHandler = WriteAsync,
        StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
    };

    public static Task WriteAsync(HttpContext context)
    {
        (string title, string line) = Words(context.Response.StatusCode);
        return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? Plain.Page(title, [line], home: true, status: context.Response.StatusCode).ExecuteAsync(context)
            : context.Response.WriteAsJsonAsync(new { error = $"{title}。{line}" });
    }

    private static (string Title, string Line) Words(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("这次提交没有被接受", "页面可能开得太久了。请回到原来的页面，刷新后再交一次。"),
        StatusCodes.Status401Unauthorized => ("请先登录", "请用您的登录链接进入；没有链接请找管理员。"),
        StatusCodes.Status403Forbidden => ("您不能看这一页", "这一页要别的身份才能打开。需要的话请找管理员。"),
        StatusCodes.Status404NotFound => ("没有这一页", "地址可能写错了，或者内容已经不在。"),
        StatusCodes.Status405MethodNotAllowed => ("这个地址不能这样用", "请从页面上的按钮操作。"),
        StatusCodes.Status413PayloadTooLarge => ("文件太大", "请换小一点的文件或照片，或者分几次传。"),
        >= 500 => ("出了点问题", "程序没能做完这件事，已记在日志里。请稍后再试一次。"),
        _ => ("没有成功", $"服务器答复 {status}。请回上一页再试。"),
    };
}
