using System;
using System.Collections.Generic;

namespace ZStack;

// How the server took a call: with a result or error at once, or with a job.
internal readonly struct Submission
{
    public Submission(ZStackResponse response, AuthTicket? ticket)
    {
        Response = response;
        Ticket = ticket;
    }

    public Submission(string jobId, TimeSpan? timeout, AuthTicket? ticket)
    {
        JobId = jobId;
        Timeout = timeout;
        Ticket = ticket;
    }

    public ZStackResponse? Response { get; }

    public string? JobId { get; }

    public TimeSpan? Timeout { get; }

    public AuthTicket? Ticket { get; }

    // Where the job's callback is awaited, which whoever has the job ends.
    public JobMailbox? Mailbox { get; private init; }

    // What the call sent that must stand in no message about its job.
    public IReadOnlyList<string>? Secrets { get; init; }

    public Submission With(JobMailbox mailbox) => new(JobId!, Timeout, Ticket) { Mailbox = mailbox, Secrets = Secrets };
}
