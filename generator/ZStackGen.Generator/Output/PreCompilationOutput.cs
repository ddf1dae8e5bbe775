using System;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Generator.Emission;

namespace ZStackGen.Generator.Output;

/// <summary>
/// Hands generated files to the host's pre-compilation phase, where they are seen by all other generators (System.Text.Json, Refit, …).
/// Newer hosts have it; this assembly is built against an older Roslyn and finds it by reflection, once for each generator instance.
/// </summary>
internal static class PreCompilationOutput
{
    private const string MethodName = "RegisterPreCompilationSourceOutput";

    private delegate void AddSource<TContext>(ref TContext context, string hintName, SourceText text)
        where TContext : struct;

    /// <summary>Registers the files that are early for the early phase; <see langword="false"/> when the host has none.</summary>
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
            // The host's experimental interface has another shape: the normal output serves as well, only other generators see less.
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
