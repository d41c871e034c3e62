namespace Tests.Crash;

/// <summary>A message with the id its sender gave it, which makes sending it again harmless.</summary>
internal sealed record Utterance(string Group, string Person, string Id, string Text)
{
    public static readonly string[] Groups = ["一网格群", "二网格群", "三网格群", "四网格群"];
    private const int PeoplePerGroup = 60;
    private static readonly string[] Chat = ["今天天气真好", "晚上去跳舞吗", "谢谢大家", "早上好", "菜场的鱼很新鲜", "哈哈哈"];

    /// <summary>The community they speak in, as a directory file.</summary>
    public static object Community => new
    {
        community = "试验社区",
        groups = Groups.ToDictionary(group => group, _ => "锦绣苑"),
        compounds = new[] { new { name = "锦绣苑" } },
        grids = new[] { new { name = "第一网格", groups = Groups, lead = "陈静", backup = "李明" } },
        people = Groups
            .SelectMany((group, i) => Enumerable.Range(0, PeoplePerGroup).Select(j => new { name = Name(i, j), role = "resident", groups = new[] { group } }))
            .Append(new { name = "陈静", role = "grid", groups = Groups })
            .Append(new { name = "李明", role = "grid", groups = Groups })
            .Append(new { name = "王芳", role = "admin", groups = Groups }),
    };

    /// <summary>Mostly talk, some repairs, now and then a fire: what makes the bot write and speak.</summary>
    public static Utterance Number(int n, Random random)
    {
        int group = random.Next(Groups.Length);
        int building = random.Next(1, 60);
        int unit = random.Next(1, 5);
        string text = random.Next(20) switch
        {
            0 => $"{building}号楼{unit}单元着火了，快来人！",
            <= 5 => $"{building}号楼{unit}单元的电梯坏了，没人修",
            6 => $"{building}号楼门口的路灯不亮",
            7 => "高龄补贴要带什么材料去办？",
            _ => Chat[random.Next(Chat.Length)],
        };
        return new Utterance(Groups[group], Name(group, random.Next(PeoplePerGroup)), $"u{n}", text);
    }

    private static string Name(int group, int person) => $"{group + 1}-{(person % 6) + 1}-{person + 101}住户";
}
