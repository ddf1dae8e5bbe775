using System;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Generator.Emission;

namespace ZStackGen.Generator.Output;

/// <summary>
/// Adds generated files in the compiler's pre-compilation phase, so that other generators (System.Text.Json, Refit, …) see them.
/// Only newer compilers have this phase. This assembly is built against an older Roslyn, so the method is found by reflection,
/// once per generator instance.
/// </summary>
internal static class PreCompilationOutput
{
    private const string MethodName = "RegisterPreCompilationSourceOutput";

    private delegate void AddSource<TContext>(ref TContext context, string hintName, SourceText text)
        where TContext : struct;

    /// <summary>Registers the early files for the pre-compilation phase. Returns <see langword="false"/> if the compiler does not have it.</summary>
    public static bool TryRegister(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedSource?> sources)
    {
        try
        {
            foreach (MethodInfo method in typeof(IncrementalGeneratorInitializationContext).GetMethods())
            {
                if (!string.Equals(method.Name, MethodName, StringComparison.Ordinal) || !method.IsGenericMethodDefinition)
                    continue;
                MethodInfo closed = method.MakeGenericMethod(typeof(GeneratedSource));
                ParameterInfo[] parameters = closed.GetParameters();
                if (parameters.Length != 2 || parameters[0].ParameterType != typeof(IncrementalValuesProvider<GeneratedSource>))
                    continue;
                Type[] action = parameters[1].ParameterType.GetGenericArguments();
                if (action.Length != 2 || !action[0].IsValueType
                    || action[0].GetMethod("AddSource", [typeof(string), typeof(SourceText)]) is not { } addSource)
                    continue;
                object callback = typeof(PreCompilationOutput)
                    .GetMethod(nameof(MakeCallback), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(action[0])
                    .Invoke(null, [addSource])!;
                closed.Invoke(context, [sources, callback]);
                return true;
            }
        }
        catch (Exception exception) when (exception is TargetInvocationException or ArgumentException or AmbiguousMatchException
            or NotSupportedException or InvalidOperationException or MissingMethodException or MemberAccessException or InvalidCastException)
        {
            // The experimental method has a different signature. The normal output is used instead; other generators do not see the files.
        }

        return false;
    }

    private static Action<TContext, GeneratedSource?> MakeCallback<TContext>(MethodInfo addSource)
        where TContext : struct
    {
        var add = (AddSource<TContext>)addSource.CreateDelegate(typeof(AddSource<TContext>));
        return (context, source) =>
        {
            if (source is { IsEarly: true })
                add(ref context, source.HintName, SourceText.From(source.Text, Encoding.UTF8));
        };
    }
}
