using Knowledge;

namespace Tests.Knowledge;

/// <summary>Documents and questions put together from few words, so that they share many.</summary>
internal sealed class RandomTexts(int seed)
{
    private static readonly string[] Words = (
        "社区 物业 停车 电梯 礼拜六 周六 三号楼 八十 80 元 老人 申请 材料 身份证 窗口 办理 免费 多少钱 垃圾 投放 时间 晚上 九点 狗 登记 3.5 WiFi 充电 "
        + "ＡＢＣ 预约 电话 0571 补贴 每月 发放 不得 可以 业主 同意 过半数 家里 什么 时候 怎么").Split(' ');

    private readonly Random _random = new(seed);

    public Document Document(string name) => new(
        name, new DocumentHeader(Run(3)), string.Join("\n\n", Enumerable.Range(0, _random.Next(1, 5)).Select(_ => $"## {Run(2)}\n\n{Sentences()}")));

    public string Question() => Run(_random.Next(1, 6)) + (_random.Next(3) == 0 ? "？" : "");

    public string Sentence() => Run(_random.Next(8, 60)) + "。";

    public int Next(int below) => _random.Next(below);

    private string Sentences() => string.Concat(Enumerable.Range(0, _random.Next(1, 12)).Select(_ => Run(_random.Next(2, 9)) + "。"));

    private string Run(int words) => string.Concat(Enumerable.Range(0, words).Select(_ => Words[_random.Next(Words.Length)]));
}
