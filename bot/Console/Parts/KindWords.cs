using Bot.Triage;

namespace Bot.Console.Parts;

/// <summary>Kinds of messages in words.</summary>
public static class KindWords
{
    public static string Title(this Kind kind) => kind switch
    {
        Kind.Issue => "诉求",
        Kind.Emergency => "紧急",
        Kind.Question => "提问",
        Kind.Offer => "愿意帮忙",
        Kind.Followup => "说已有的事",
        Kind.Thanks => "道谢",
        Kind.Ad => "广告",
        Kind.Notice => "通知",
        _ => "闲聊",
    };
}
