using System.CommandLine;

namespace Bot.Commands;

/// <summary><c>bot classify</c>: labels each line of a file with a trained model.</summary>
internal static class ClassifyCommand
{
    public static Command Create()
    {
        Option<string> model = new("--model") { Description = "Model file written by 'bot train --input'.", HelpName = "F", Required = true };
        Option<string> input = new("--input") { Description = "Lines of text, or of label<TAB>text, UTF-8.", HelpName = "X.tsv", Required = true };
        Option<string> output = new("--output") { Description = "File for the label<TAB>confidence lines; stdout without it.", HelpName = "Y.tsv" };
        Command command = new("classify", "Labels each line of a file. When every line begins with a label of the model and a TAB, prints accuracy and macro-F1 on stderr.")
        {
            model, input, output,
        };
        command.SetAction(parsed => new ClassifyRun(parsed.GetRequiredValue(model), parsed.GetRequiredValue(input), parsed.GetValue(output)).Run());
        return command;
    }
}
