using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Serialization;

namespace ZStackGen.Generator.Tests.Agreement;

/// <summary>
/// A generated project, compiled and loaded. Its actions are sent to a recorder, once for each of their properties, so that names and
/// locations come from the sent request and not from the generator's model.
/// </summary>
internal sealed class CompiledProject : IDisposable
{
    private static readonly MethodInfo s_call = typeof(ZStackClientExtensions).GetMethods()
        .Single(method => method.Name == nameof(ZStackClientExtensions.CallAsync) && method.GetParameters() is [_, _, { ParameterType: var last }] && last == typeof(CancellationToken));

    private readonly AssemblyLoadContext _context = new("Generated", isCollectible: true);
    private readonly SentRequest.Recorder _recorder = new();
    private readonly ZStackClient _client;
    private readonly ZStackClient _checkingClient;
    private readonly Assembly _assembly;

    public CompiledProject(byte[] image)
    {
        using var stream = new MemoryStream(image);
        _assembly = _context.LoadFromStream(stream);
        // Invented values are sent without validation.
        _client = Client(validates: false);
        _checkingClient = Client(validates: true);
    }

    public async Task<Dictionary<string, ObservedAction>> ObserveAsync()
    {
        var actions = new Dictionary<string, ObservedAction>(StringComparer.Ordinal);
        foreach (Type type in _assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ZStackAction))))
        {
            ObservedAction action = await ObserveAsync(type);
            actions.Add(action.Name, action);
        }

        return actions;
    }

    private ZStackClient Client(bool validates) => new(new ZStackClientOptions
    {
        BaseAddress = "http://mn.example:8080",
        Credential = ZStackCredential.Session("session"),
        HandlerFactory = () => _recorder,
        MaxRetries = 0,
        ValidateArguments = validates,
    });

    public void Dispose()
    {
        _checkingClient.Dispose();
        _client.Dispose();
        _recorder.Dispose();
        _context.Unload();
    }

    private async Task<ObservedAction> ObserveAsync(Type type)
    {
        ApiDescriptor api = ((ZStackAction)Activator.CreateInstance(type)!).Api;
        PropertyInfo[] properties = [.. Arguments(type)];
        SentRequest whole = await SendAsync(type, properties, null, null);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var required = new HashSet<string>(StringComparer.Ordinal);
        foreach (PropertyInfo property in properties)
        {
            SentRequest other = await SendAsync(type, properties, property, SampleValue.Of(property.PropertyType, 1));
            string name = Assert.Single(whole.DifferencesTo(other));
            Assert.True(names.Add(name), $"{type.Name}: two properties are sent as {name}.");
            if (await IsRequiredAsync(type, properties, property, name, whole))
                required.Add(name);
        }

        Assert.True(names.SetEquals(whole.Arguments.Keys), $"{type.Name} sends {string.Join(", ", whole.Arguments.Keys.Except(names))} without a property.");
        return new ObservedAction(api.Name, whole.Method, api.Path, api.AlternatePaths, whole.Wrapper, api.Traits.HasFlag(ApiTraits.RequiresSession), names, required);
    }

    /// <summary>Checks that <c>required</c> members are exactly those that the run time requires.</summary>
    private async Task<bool> IsRequiredAsync(Type type, PropertyInfo[] properties, PropertyInfo property, string name, SentRequest whole)
    {
        bool isRequired = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
        if (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null)
        {
            Assert.True(isRequired, $"{type.Name}.{property.Name} can neither be left out nor is it required.");
            return true;
        }

        if (isRequired)
        {
            // Only required members, and lists without elements, so that no other check fails first.
            PropertyInfo[] needed = [.. properties.Where(other => other.GetCustomAttribute<RequiredMemberAttribute>() is not null)];
            var refusal = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(type, needed, property, null, _checkingClient));
            Assert.Equal(name, refusal.ParamName);
            return true;
        }

        SentRequest without = await SendAsync(type, properties, property, null);
        Assert.Equal([name], whole.DifferencesTo(without));
        return false;
    }

    private async Task<SentRequest> SendAsync(Type type, PropertyInfo[] properties, PropertyInfo? changed, object? value, ZStackClient? client = null)
    {
        var action = (ZStackAction)Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in properties)
            property.SetValue(action, property == changed ? value : SampleValue.Of(property.PropertyType, 0, isEmpty: client is not null));
        Type result = type.BaseType!.GetGenericArguments()[0];
        await (Task)s_call.MakeGenericMethod(result).Invoke(null, [client ?? _client, action, TestContext.Current.CancellationToken])!;
        return _recorder.Take(action.Api.Path);
    }

    /// <summary>The UUID of a query replaces all other arguments, and the session is not an argument.</summary>
    private static IEnumerable<PropertyInfo> Arguments(Type type) => type.GetProperties()
        .Where(property => property.SetMethod is { IsPublic: true } && property.Name != nameof(ZStackAction.SessionId))
        .Where(property => property.DeclaringType == type || property.Name != nameof(ZStackQueryAction<ZStackRawResult>.Uuid));
}
