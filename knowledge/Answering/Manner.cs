using System.Text.RegularExpressions;
using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>
/// How a question is worded. People who talk share few words with the document that answers them; people who write as offices
/// do share most. What covers a question well enough is another matter for the one than for the other.
/// </summary>
internal static partial class Manner
{
    public static readonly string[] Names = ["fillers", "persons", "talk", "asking", "offices", "home", "length", "places"];

    private const int Most = 2;

    public static double[] Of(Question question)
    {
        string text = question.Text.TrimEnd('?', '？', ' ');
        double letters = Math.Max(1, text.Count(char.IsLetterOrDigit));
        return
        [
            Fillers(text) / letters, Count(Persons(), text), Count(Talk(), text), Count(Asking(), text), Count(Offices(), text),
            Count(Home(), text), Math.Log(letters) / 4, question.Places.Count > 0 ? 1 : 0,
        ];
    }

    private static int Count(Regex words, string text) => Math.Min(Most, words.Count(text));

    private static int Fillers(string text)
    {
        int fillers = 0;
        WordReader words = new(text);
        while (words.MoveNext()) { fillers += words.Term is null ? words.End - words.Start : 0; }
        return fillers;
    }

    [GeneratedRegex("我|俺|咱|你|侬|您")]
    private static partial Regex Persons();

    [GeneratedRegex("咋|啥|伐|钿|咧|嘛|呀|啊|呢|吧|啦|哎|哪儿|晓得|好多(?:钱|$)|好久|没得|几[块毛多]|多少钱|哪个(?:来|管|出)|[一坐]哈|屋头|来着|那个|那边|头一|一宿|晌午|外头|里头|老[头太汉]|喊|整|弄|搞|[吗不没么]$|能不能|要不要|可不可以|有没有|是不是")]
    private static partial Regex Talk();

    [GeneratedRegex("哪些|如何|是否|何|多少|什么|哪")]
    private static partial Regex Asking();

    [GeneratedRegex("省|市|区|县|局|厅|部门|政府|委|企业|单位|机构|《|“")]
    private static partial Regex Offices();

    [GeneratedRegex("老人家|老头|老太|孩子|娃|爸|妈|爷|奶|邻居|隔壁|楼|家里|群里|听说|[，, ]")]
    private static partial Regex Home();
}
