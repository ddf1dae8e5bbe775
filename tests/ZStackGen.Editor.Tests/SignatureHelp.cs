using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;

namespace ZStackGen.Editor.Tests;

/// <summary>Roslyn's signature help. The provider is not public although every editor on Roslyn uses it, so it is accessed by reflection. The public service needs parts of an editor.</summary>
internal static class SignatureHelp
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
    private const string Namespace = "Microsoft.CodeAnalysis.SignatureHelp.";

    /// <summary>Returns the signatures at the position, each with its documentation.</summary>
    public static async Task<IReadOnlyList<string>> ShowAsync(Document document, int position, CancellationToken cancellationToken)
    {
        Assembly features = typeof(CompletionService).Assembly;
        Type triggerType = features.GetType(Namespace + "SignatureHelpTriggerInfo", throwOnError: true)!;
        object reason = Enum.Parse(features.GetType(Namespace + "SignatureHelpTriggerReason", throwOnError: true)!, "InvokeSignatureHelpCommand");
        object trigger = triggerType.GetConstructors(Any).Single(c => c.GetParameters().Length == 2).Invoke([reason, null]);
        Type providerType = Assembly.Load("Microsoft.CodeAnalysis.CSharp.Features").GetType("Microsoft.CodeAnalysis.CSharp.SignatureHelp.InvocationExpressionSignatureHelpProvider", throwOnError: true)!;
        object provider = Activator.CreateInstance(providerType, nonPublic: true)!;
        MethodInfo help = features.GetType(Namespace + "ISignatureHelpProvider", throwOnError: true)!.GetMethod("GetItemsAsync")!;
        object options = Activator.CreateInstance(help.GetParameters()[3].ParameterType, nonPublic: true)!;
        var task = (Task)help.Invoke(provider, [document, position, trigger, options, cancellationToken])!;
        await task;
        object? items = Get(task, "Result");
        Assert.NotNull(items);
        return [.. ((IEnumerable)Get(items, "Items")!).Cast<object>().Select(item => Text(item, cancellationToken))];
    }

    private static string Text(object item, CancellationToken cancellationToken)
    {
        var documentation = (Func<CancellationToken, IEnumerable<TaggedText>>)Get(item, "DocumentationFactory")!;
        return item + "\n" + string.Concat(documentation(cancellationToken).Select(part => part.Text));
    }

    private static object? Get(object owner, string property) => owner.GetType().GetProperty(property, Any)!.GetValue(owner);
}
