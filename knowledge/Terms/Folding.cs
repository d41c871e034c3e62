namespace Knowledge.Terms;

/// <summary>
/// Brings characters that look alike to one form, for matching only. One character becomes one character, so that a place
/// in the folded text is the same place in the text: the single-character part of Unicode's NFKC (full-width letters, radicals
/// and compatibility ideographs that text taken from a PDF holds), with lower case. Written out here because the program
/// runs without culture data, and normalisation does nothing then.
/// </summary>
internal static class Folding
{
    private const char FirstRadical = '\u2F00';
    private const char FirstCompatible = '\uF900';

    private const string Radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴" +
        "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿" +
        "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵" +
        "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private const string Compatible =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆" +
        "虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參" +
        "塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說" +
        "廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪" +
        "律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀" +
        "﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴";

    public static string Fold(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (int i = 0; i < folded.Length; i++)
        {
            // pictures take two characters of which the second alone could be half of a rare ideograph
            bool picture = text[i] is >= '\uD83C' and <= '\uD83E' || (i > 0 && text[i - 1] is >= '\uD83C' and <= '\uD83E');
            folded[i] = picture ? ' ' : Fold(text[i]);
        }
    });

    public static char Fold(char character) => character switch
    {
        < '\u0080' => char.ToLowerInvariant(character),
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(character - 0xFEE0)),
        '\u3000' or '\u00A0' => ' ',
        >= '①' and <= '⑨' => (char)(character - '①' + '1'),
        >= FirstRadical when character - FirstRadical < Radicals.Length => Radicals[character - FirstRadical],
        >= FirstCompatible when character - FirstCompatible < Compatible.Length => Compatible[character - FirstCompatible],
        _ => char.ToLowerInvariant(character),
    };
}
