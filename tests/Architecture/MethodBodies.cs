using System.Reflection;
using System.Reflection.Emit;

namespace Tests.Architecture;

/// <summary>Reads the instructions of compiled methods.</summary>
internal static class MethodBodies
{
    private const byte TwoByteInstruction = 0xFE;

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(instruction => instruction.Value);

    /// <summary>The types, fields and methods the instructions of a body name.</summary>
    public static IEnumerable<MemberInfo> MembersIn(MethodBase method, MethodBody body)
    {
        Type[] ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : [];
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        return TokensIn(body.GetILAsByteArray() ?? []).Select(token => method.Module.ResolveMember(token, ofType, ofMethod)!);
    }

    private static IEnumerable<int> TokensIn(byte[] code)
    {
        for (int at = 0; at < code.Length;)
        {
            OpCode instruction = code[at] == TwoByteInstruction
                ? Instructions[(short)(TwoByteInstruction << 8 | code[at + 1])]
                : Instructions[code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BitConverter.ToInt32(code, at);
            }
            at += OperandSize(instruction.OperandType, code, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
