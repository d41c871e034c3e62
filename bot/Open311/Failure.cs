namespace Bot.Open311;

/// <summary>What went wrong, as the description of the interface wants it told.</summary>
internal sealed record Failure(int Code, string Description)
{
    public static Failure Off { get; } = new(StatusCodes.Status404NotFound, "这里没有开放 Open311 接口");

    public static Failure Format { get; } = new(StatusCodes.Status404NotFound, "只有 .json 和 .xml 两种格式");

    public static Failure Jurisdiction { get; } = new(StatusCodes.Status404NotFound, "没有这个 jurisdiction_id");

    public static Failure NoKey { get; } = new(StatusCodes.Status403Forbidden, "缺少 api_key，或者 api_key 不对");

    public static Failure MayNotFile { get; } = new(StatusCodes.Status403Forbidden, "这个 api_key 只能查，不能报");

    public static Failure TooOften { get; } = new(StatusCodes.Status429TooManyRequests, "问得太密，请一分钟后再试");

    public static Failure NotAForm { get; } = new(StatusCodes.Status415UnsupportedMediaType, "请用 application/x-www-form-urlencoded");

    public static Failure TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "内容太长");

    public static Failure Unreadable { get; } = new(StatusCodes.Status400BadRequest, "表单读不出来");

    public static Failure NoService { get; } = new(StatusCodes.Status404NotFound, "没有这个 service_code");

    public static Failure NoRequest { get; } = new(StatusCodes.Status404NotFound, "没有这个 service_request_id，或者不能公开");

    public static Failure NoToken { get; } = new(StatusCodes.Status404NotFound, "没有这个 token");

    public static Failure NoGroup { get; } = new(StatusCodes.Status503ServiceUnavailable, "社区还没有设好群，暂时不能报");

    public static Failure NotReady { get; } = new(StatusCodes.Status503ServiceUnavailable, "程序刚刚启动，还没有准备好，请一分钟后再报");

    public static Failure Broken { get; } = new(StatusCodes.Status500InternalServerError, "程序没能做完这件事，请稍后再试");

    public static Failure Bad(string description) => new(StatusCodes.Status400BadRequest, description);
}
