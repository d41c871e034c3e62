using Bot.Grids;

namespace Bot.Console.Setup;

public sealed class PartnerTable : SetupTable
{
    public override string Key => "partners";

    public override string Title => "物业和共建单位";

    public override string Hint => "转部门时从这里选。事项写得和工单里一样（电梯、路灯），合适的会排在前面。";

    public override IReadOnlyList<SetupColumn> Columns { get; } =
        [new("名称", 20, "单位", "单位名称"), new("类型", 10), new("做什么", 26), new("事项", 20), new("小区", 18), new("电话", 16), new("联系人", 12)];

    public override IReadOnlyList<string[]> Example { get; } =
        [["锦绣苑物业", "物业", "电梯、保洁、门禁", "电梯、垃圾", "锦绣苑", "010-55550121", "张经理"], ["城东供电所", "共建单位", "停电和线路", "停电、路灯", "", "010-55550122", "值班室"]];

    public override IEnumerable<string[]> Rows(CommunityDirectory directory) => directory.Partners.Select(partner => new[]
    {
        partner.Name, PartnerKinds.Title(partner.Kind), partner.For ?? "", string.Join('、', partner.Topics),
        string.Join('、', partner.Compounds), partner.Phone ?? "", partner.Contact ?? "",
    });

    public override SetupResult Apply(CommunityDirectory directory, IReadOnlyList<SetupRow> rows)
    {
        List<SetupProblem> problems = [];
        Dictionary<string, int> seen = [];
        List<Partner> partners = [];
        foreach (SetupRow row in rows)
        {
            if (Problem(directory, row, seen) is { } problem) { problems.Add(problem); continue; }
            partners.Add(new Partner(row[0])
            {
                Kind = row[1] == PartnerKinds.Title(PartnerKinds.Property) ? PartnerKinds.Property : PartnerKinds.Partner,
                For = row.OrNull(2),
                Topics = row.List(3),
                Compounds = row.List(4),
                Phone = row.OrNull(5),
                Contact = row.OrNull(6),
            });
        }
        return new SetupResult(directory with { Partners = partners }, problems);
    }

    private static SetupProblem? Problem(CommunityDirectory directory, SetupRow row, Dictionary<string, int> seen)
    {
        if (row[0].Length == 0) { return row.Wrong("没有写名称。", 0); }
        if (!seen.TryAdd(row[0], row.Number)) { return row.Wrong($"“{row[0]}”第 {seen[row[0]]} 行已经写过。", 0); }
        if (row[1] is not ("" or "物业" or "共建单位")) { return row.Unknown("类型", 1, ["物业", "共建单位"], "只能是物业或共建单位"); }
        if (row.List(4).FirstOrDefault(name => directory.Compounds.All(compound => compound.Name != name)) is { } compound) { return row.Wrong($"小区“{compound}”不认识，请先在第1步加上。", 4); }
        return row[5].Length > 0 && !PlaceNames.IsPhone(row[5]) ? row.Wrong($"电话“{row[5]}”不像电话号码。", 5) : null;
    }
}
