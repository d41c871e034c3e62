namespace Bot.Grids;

/// <summary>Rules of 物业 and 共建单位.</summary>
internal static class PartnerRules
{
    private const int LongestWords = 100;

    public static IEnumerable<string> Errors(CommunityDirectory directory)
    {
        foreach ((int number, Partner partner) in directory.Partners.Index())
        {
            string where = $"partners 第 {number + 1} 个「{partner.Name}」";
            if (DirectoryRules.NameError(partner.Name) is { } error) { yield return $"{where}：{error}"; }
            if (partner.Kind is not (PartnerKinds.Property or PartnerKinds.Partner)) { yield return $"{where}：kind 写的是「{partner.Kind}」，只能是 property 或 partner"; }
            if (!DirectoryRules.IsPhone(partner.Phone)) { yield return $"{where}：电话「{partner.Phone}」不像电话号码"; }
            if (partner.For?.Length > LongestWords || partner.Contact?.Length > LongestWords) { yield return $"{where}：每项请写在 {LongestWords} 个字以内"; }
            foreach (string compound in partner.Compounds.Where(name => directory.Compounds.All(known => known.Name != name))) { yield return $"{where}：小区「{compound}」不在 compounds 里"; }
            foreach (string topic in partner.Topics.Where(topic => DirectoryRules.NameError(topic) is not null)) { yield return $"{where}：事项「{topic}」{DirectoryRules.NameError(topic)}"; }
        }
        foreach (string twice in DirectoryRules.Twice(directory.Partners.Select(partner => partner.Name))) { yield return $"partners：「{twice}」写了两次"; }
    }
}
