using System.Reflection;

namespace Tests.Architecture;

/// <summary>One type names another: as base, in a signature, as a local, in a method body, in an attribute.</summary>
internal sealed record TypeUse(Type User, Type Used);

/// <summary>
/// Who names whom in an assembly. Types the compiler makes (lambdas, iterators, async methods) count for the type they
/// are written in. Constants are copied by the compiler and leave no trace here.
/// </summary>
internal static class TypeUses
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<TypeUse> In(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => NamedBy(type).SelectMany(Parts)
            .Where(used => used.Assembly == assembly)
            .Select(used => new TypeUse(Outermost(type), Outermost(used))))
        .Where(use => use.User != use.Used)
        .Distinct();

    private static IEnumerable<Type> NamedBy(Type type)
    {
        IEnumerable<MemberInfo> members = type.GetMembers(Declared).Where(member => member is not Type);
        return [
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
            .. type.GetInterfaces(),
            .. type.GetGenericArguments().SelectMany(Constraints),
            .. NamedByAttributes(type),
            .. members.SelectMany(member => NamedByAttributes(member).Concat(NamedBy(member))),
        ];
    }

    private static IEnumerable<Type> NamedBy(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        MethodBase method => NamedBySignature(method).Concat(NamedByBody(method)),
        // properties and events are there as the methods behind them
        _ => [],
    };

    private static IEnumerable<Type> NamedBySignature(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method is MethodInfo { ReturnType: { } result } ? [result] : Type.EmptyTypes,
        .. method.IsGenericMethod ? method.GetGenericArguments().SelectMany(Constraints) : [],
    ];

    private static IEnumerable<Type> NamedByBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) { return []; }
        return [
            .. body.LocalVariables.Select(local => local.LocalType),
            .. body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
                .Select(clause => clause.CatchType!),
            .. MethodBodies.MembersIn(method, body).SelectMany(NamedByReference),
        ];
    }

    private static IEnumerable<Type> NamedByReference(MemberInfo member) =>
    [
        .. member is Type type ? [type] : Type.EmptyTypes,
        .. member.DeclaringType is { } declaring ? [declaring] : Type.EmptyTypes,
        .. member is FieldInfo field ? [field.FieldType] : Type.EmptyTypes,
        .. member is MethodInfo { IsGenericMethod: true } method ? method.GetGenericArguments() : [],
    ];

    private static IEnumerable<Type> NamedByAttributes(MemberInfo member) => member.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue))
            .Select(argument => argument.Value).OfType<Type>().Append(attribute.AttributeType));

    private static IEnumerable<Type> Constraints(Type type) => type.IsGenericParameter ? type.GetGenericParameterConstraints() : [];

    /// <summary>The types a constructed type is made of.</summary>
    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { IsGenericParameter: true } => [],
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsConstructedGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
