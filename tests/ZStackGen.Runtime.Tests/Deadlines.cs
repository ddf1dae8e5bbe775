using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit.Sdk;
using Xunit.v3;

namespace ZStack.Tests;

// This namespace hides xunit's attributes: every test that waits has a deadline far above its duration. A client that waits for a response or
// a timer forever then fails its test instead of blocking the run.
[XunitTestCaseDiscoverer(typeof(DeadlineFactDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : Xunit.FactAttribute(file, line);

[XunitTestCaseDiscoverer(typeof(DeadlineTheoryDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : Xunit.TheoryAttribute(file, line);

public sealed class DeadlineFactDiscoverer : FactDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
        => base.Discover(discoveryOptions, testMethod, Deadline.Set(testMethod, factAttribute));
}

public sealed class DeadlineTheoryDiscoverer : TheoryDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
        => base.Discover(discoveryOptions, testMethod, Deadline.Set(testMethod, factAttribute));
}

internal static class Deadline
{
    private const int Milliseconds = 60_000;

    // A test that does not wait cannot be canceled.
    public static IFactAttribute Set(IXunitTestMethod method, IFactAttribute attribute)
    {
        if (attribute is Xunit.FactAttribute fact && fact.Timeout == 0 && method.Method.ReturnType != typeof(void))
            fact.Timeout = Milliseconds;
        return attribute;
    }
}
