namespace Bot.Channels.WebChat.Example;

internal sealed record ExampleLine(string Group, string Person, string Text)
{
    private const string Group1 = "春和苑一网格群";

    /// <summary>An invented quarter of an hour in the sample community: a lift, a question, a lamp, a chat.</summary>
    public static readonly IReadOnlyList<ExampleLine> Script =
    [
        new(Group1, "早起的鸟儿", "大家早呀，今天降温，出门多穿点"),
        new(Group1, "6号楼王阿姨", "6号楼的电梯"),
        new(Group1, "6号楼王阿姨", "从昨晚起上楼就哐当哐当响"),
        new(Group1, "6号楼王阿姨", "坐在里头心里发慌"),
        new(Group1, "2-2-1101豆豆妈", "被子终于能晒了，开心"),
        new(Group1, "5幢老赵头", "请问一下，老年公交卡到哪个窗口办，要带什么"),
        new(Group1, "4号楼楼长孙姐", "6号楼电梯我也坐了，确实响得厉害"),
        new(Group1, "3-1-502", "我们楼一单元门口的路灯这两天不亮，晚上看不见台阶"),
    ];
}
