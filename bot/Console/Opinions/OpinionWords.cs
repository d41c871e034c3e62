using Bot.Ai;
using Bot.Console.Parts;
using Bot.Triage.SecondOpinion;

namespace Bot.Console.Opinions;

/// <summary>What a model said and what came of it, in words.</summary>
public static class OpinionWords
{
    public static string Done(this AskedOpinion opinion) => (opinion.State, opinion.Act) switch
    {
        (OpinionState.Undone, _) => $"{opinion.UndoneBy}撤回了",
        (_, OpinionAct.Open) => $"立件{opinion.Ticket}号，等人确认",
        (_, OpinionAct.Join) => $"并入{opinion.Ticket}号",
        (_, OpinionAct.Dismiss) => "从待审里拿掉了，群里没有说话",
        (_, OpinionAct.ToReview) => "放进了待审",
        _ => "没有照做，由人决定",
    };

    public static string Said(this AskedOpinion opinion) =>
        $"模型（{opinion.Model}）看是{opinion.Kind?.Title()}，把握{opinion.Confidence * 100:0}%：{opinion.Reason}";

    public static string Title(this ModelOutcome outcome) => outcome switch
    {
        ModelOutcome.Accepted => "照做了",
        ModelOutcome.Overruled => "没照做",
        ModelOutcome.TimedOut => "太慢，没等到回答",
        ModelOutcome.Busy => "服务器说太忙",
        ModelOutcome.ServerFailed => "服务器出错",
        ModelOutcome.Refused => "被拒绝：请看看地址、模型名和密钥",
        ModelOutcome.Unreachable => "连不上服务器",
        ModelOutcome.WrongType => "回的不是 JSON：请看看地址",
        ModelOutcome.TooLarge => "回答太大",
        ModelOutcome.NoAnswer => "回答里没有内容",
        ModelOutcome.CutOff => "回答没写完",
        ModelOutcome.NotJson => "回答不是 JSON",
        ModelOutcome.WrongSchema => "回答不合要求",
        ModelOutcome.BreakerOpen => "连着失败，先停一停",
        _ => "用完了限额",
    };
}
